/** Names of environment variables with the address and folder of a run's test databases, inherited by its processes. */
export const POSTGRES_SERVER_VARIABLE = 'BRAISE_TEST_POSTGRES';
export const RUN_FOLDER_VARIABLE = 'BRAISE_TEST_FOLDER';
