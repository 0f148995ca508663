/** Every message between the app, the shell, the frame, its workers and its pages. */
export * from './protocol/messages.ts';
export * from './protocol/inward.ts';
export * from './protocol/outward.ts';
export { isMessageOfType, ProtocolError } from './protocol/fields.ts';
export { readConsoleEntries } from './protocol/console-entries.ts';
export { MAX_PICTURE_SIDE_PIXELS, readCheckPath, readProblem, readCheckResult } from './protocol/parts.ts';
