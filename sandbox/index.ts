/** The browser's entry point: compile, run, check and dispose, without any knowledge of the app. */
import type { HomeProject, TakenHome } from './take-home/index.ts';

export { createCompiler, CompilerFailed } from './compile/client.ts';
export { createStage, FrameBlocked } from './run/client.ts';
export { followedBy } from './run/same-line.ts';
export { declarations } from './declarations.ts';

export async function takeHome(project: HomeProject): Promise<TakenHome> {
	return (await import('./take-home/index.ts')).takeHome(project);
}
