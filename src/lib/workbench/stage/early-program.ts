/** The program in the frame that comes with the page, which starts before the app does. */
import type { RunOptions, SceneInput } from '#sandbox/contract.ts';

export interface EarlyProgram {
	shellAddress: string;
	/** Address of the program's compiled code. */
	codeAddress: string;
	/** The options without what only the browser knows, which the script in the page adds. */
	options: Omit<RunOptions, 'input'> & { input: Omit<SceneInput, 'theme' | 'reducedMotion'> };
}
