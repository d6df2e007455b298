/** A listening server. */
interface Listening {
  url: string;
  stop(): Promise<void>;
}

/** Starts a server in a child process, sends its address to the bench, and ends with the bench. */
export async function announce(
  start: (databaseUrl: string, poolSize: number) => Promise<Listening>,
): Promise<void> {
  const { url, stop } = await start(
    process.env.DATABASE_URL as string,
    Number(process.env.DATABASE_POOL),
  );
  process.send?.({ url });
  process.once('disconnect', async () => {
    await stop();
    process.exit(0);
  });
}
