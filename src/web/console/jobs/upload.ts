import { session } from '../app/session';
import { words } from '../words';

/** Hands a picture to the server; answers the id of the upload, or why it was not taken. */
export async function upload(file: File): Promise<{ uploadId: string } | { problem: string }> {
  const body = new FormData();
  body.append('file', file);
  try {
    const answer = await fetch('/photos', {
      method: 'POST',
      headers: { authorization: `Bearer ${session.read()}` },
      body,
    });
    const told = await answer.json();
    if (answer.ok) return { uploadId: told.uploadId };
    return { problem: told.errors?.[0]?.message ?? words.problems.unknown };
  } catch {
    return { problem: words.problems.offline };
  }
}
