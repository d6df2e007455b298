/** Grey placeholder with the size of content that is still loading. */
export function Skeleton({ width = '100%', height = '1em' }: { width?: string; height?: string }) {
  return <div className="skeleton" aria-hidden="true" style={{ width, height }} />;
}
