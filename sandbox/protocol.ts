/** Every message between the app, the shell, the frame, its workers and its pages. */
export * from './protocol/messages.ts';
export * from './protocol/inward.ts';
export * from './protocol/outward.ts';
export { isMessage, ProtocolError } from './protocol/fields.ts';
export { readEntries, readPath, readProblem, readResult } from './protocol/parts.ts';
