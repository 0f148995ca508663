export * from './accounts.ts';
export * from './classes.ts';
export * from './content.ts';
export * from './lesson.ts';
export * from './work.ts';
