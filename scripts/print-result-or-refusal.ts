export async function printResultOrRefusal(runCommand: () => Promise<string>): Promise<void> {
	try {
		console.log(await runCommand());
	} catch (error) {
		if (!(error instanceof Error && error.name === 'DatabaseRefusal')) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
