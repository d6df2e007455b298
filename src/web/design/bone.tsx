/** A grey place that keeps the room for what is still on its way. */
export function Bone({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <div className="bone" aria-hidden="true" style={{ width, height }} />;
}
