import type { TwoWorlds } from './two-worlds.js';

const TRACES = ['Exif', 'Secret', 'adobe', 'ICC_PROFILE', 'GPS'];

/** Fails unless a shared photo has the same bytes in both worlds, without camera metadata. */
export async function proveBare(worlds: TwoWorlds): Promise<void> {
  for (const size of ['thumbnail', 'display']) {
    const path = `/photos/${worlds.job.photoId}/${size}`;
    const shown = await worlds.ask({ method: 'GET', path });
    expect(shown.status).toBe(200);
    expect(TRACES.filter((trace) => shown.body.includes(trace))).toEqual([]);
  }
}
