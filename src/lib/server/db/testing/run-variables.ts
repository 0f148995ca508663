/** Names of environment variables that carry the address and folder of a run's databases: every process of the run inherits them. */
export const POSTGRES_SERVER_VARIABLE = 'BRAISE_TEST_POSTGRES';
export const RUN_FOLDER_VARIABLE = 'BRAISE_TEST_FOLDER';
