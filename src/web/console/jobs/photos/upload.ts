import { sessionEnded, sessionHeaders } from '../../session/session';
import { strings } from '../../strings';

/** Upload id of a picture, or a sentence about why it failed. */
export type UploadResult = { uploadId: string } | { problem: string };

/** Without a byte of progress for so long, an upload has failed. */
const MAX_SILENCE_MS = 60_000;

/** Uploads a picture, and calls `onProgress` with the part that was sent, from 0 to 1. */
export function upload(
  file: File,
  onProgress: (part: number) => void = () => {},
): Promise<UploadResult> {
  const body = new FormData();
  body.append('file', file);
  // `fetch` does not tell how much it has sent.
  const request = new XMLHttpRequest();
  request.open('POST', '/photos');
  for (const [name, value] of Object.entries(sessionHeaders()))
    request.setRequestHeader(name, value);
  request.responseType = 'json';
  const silence = watchSilence(() => request.abort());
  request.upload.onprogress = ({ loaded, total }) => {
    silence.restart();
    onProgress(loaded / total);
  };
  return new Promise((resolve) => {
    request.onload = () => resolve(resultOf(request));
    request.onerror = () => resolve({ problem: strings.problems.offline });
    request.onabort = request.onerror;
    request.onloadend = () => silence.stop();
    request.send(body);
  });
}

function resultOf({ status, response }: XMLHttpRequest): UploadResult {
  if (status === 401) sessionEnded();
  if (status >= 200 && status < 300 && response) return { uploadId: response.uploadId };
  return { problem: response?.errors?.[0]?.message ?? strings.problems.unknown };
}

function watchSilence(onSilent: () => void) {
  let timer = setTimeout(onSilent, MAX_SILENCE_MS);
  return {
    restart: () => {
      clearTimeout(timer);
      timer = setTimeout(onSilent, MAX_SILENCE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
