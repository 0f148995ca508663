import { EnvironmentError, parseEnvironment, type Environment } from '#lib/server/environment.ts';

export function parseEnvironmentOrExit(): Environment {
	try {
		return parseEnvironment(process.env);
	} catch (error) {
		if (!(error instanceof EnvironmentError)) throw error;
		console.error(error.message);
		process.exit(1);
	}
}
