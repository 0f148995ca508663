export * from './accounts.ts';
export * from './assignments.ts';
export * from './classes.ts';
export * from './content.ts';
export * from './contributions.ts';
export * from './reviews.ts';
export * from './submissions.ts';
export * from './work.ts';
