import type { Compiler, Stage } from '#sandbox/contract.ts';
import type { LabProgram } from './protocol.ts';

/** Resolves at the first picture. Throws the message of the compiler or program if there is none. */
export async function playScene(
	stage: Stage,
	compiler: Compiler,
	{ sources, labels, situation, option }: LabProgram
): Promise<void> {
	const compilation = await compiler.compile({ ...sources, checks: [] });
	if (compilation.kind !== 'bundle') throw new Error(`Not compiled: ${JSON.stringify(compilation)}`);
	const input = { labels, situation, language: 'fr', theme: 'light', reducedMotion: false } as const;
	await new Promise<void>((resolve, reject) => {
		stage.run(
			compilation.bundle,
			{ kind: 'scene', seed: 20, input: option === undefined ? input : { ...input, option } },
			(event) => {
				if (event.type === 'drawn') resolve();
				if (event.type === 'error') reject(new Error(JSON.stringify(event.problem)));
			}
		);
	});
}
