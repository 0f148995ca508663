/** The program in the frame that comes with the page, which starts before the app does. */
import type { RunOptions, SceneInput } from '#sandbox/contract.ts';

export interface EarlyProgram {
	shellAddress: string;
	/** Address of the program's compiled code. */
	codeAddress: string;
	/** Run options without the theme and the reduced motion, which only the browser knows and a script in the page adds. */
	options: Omit<RunOptions, 'input'> & { input: Omit<SceneInput, 'theme' | 'reducedMotion'> };
}
