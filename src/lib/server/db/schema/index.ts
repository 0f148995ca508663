/** All tables of the database. */
export * from './accounts.ts';
export * from './assignments.ts';
export * from './classes.ts';
export * from './studio.ts';
export * from './contributions.ts';
export * from './reviews.ts';
export * from './demos.ts';
export * from './studio.ts';
export * from './submissions.ts';
export * from './demos.ts';
export * from './walls.ts';
export * from './work.ts';
