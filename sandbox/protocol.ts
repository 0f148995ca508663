/** Every message between the app, the shell, the frame, its workers and its pages. */
export * from './protocol/messages.ts';
export * from './protocol/inward.ts';
export * from './protocol/outward.ts';
export { isMessageOfType, ProtocolError } from './protocol/fields.ts';
export { MAX_PICTURE_SIDE, readConsoleEntries, readCheckPath, readProblem, readCheckResult } from './protocol/parts.ts';
