/**
 * Every message between the app, the shell, the frame, its workers and its pages. What comes out of the frame is `unknown` until
 * one of the parsers has rebuilt it: they run for every message, so they are written by hand and copy only what they know.
 */
export * from './protocol/messages.ts';
export * from './protocol/inward.ts';
export * from './protocol/outward.ts';
export { isMessage, ProtocolError } from './protocol/fields.ts';
export { readEntries, readPath, readProblem, readResult } from './protocol/parts.ts';
