/** For commands: prints what came of it, or the sentence that says why nothing did. */
export async function sayOrExit(act: () => Promise<string>): Promise<void> {
	try {
		console.log(await act());
	} catch (error) {
		if (!(error instanceof Error && error.name === 'DatabaseRefusal')) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
