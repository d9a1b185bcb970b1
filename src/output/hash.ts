/** SHA-256, for names of contents. Node's crypto is loaded at the first call: an article through stdin needs none. */
import type { Hash } from 'node:crypto';

/** In hex. Text counts as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', data, 'hex');
}

/** For a content that comes in pieces. */
export function newSha256(): Hash {
  return process.getBuiltinModule('node:crypto').createHash('sha256');
}
