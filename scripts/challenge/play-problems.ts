/** A scene plays: no function of it breaks, whatever the program does, in any step, option, theme and size. */
import type { Judge } from '../../sandbox/judge/index.ts';
import type { Packed, ReadChallenge } from '../../src/lib/server/content/pack.ts';
import type { ContentProblem } from '../../src/lib/server/content/problem.ts';
import { beginningCasts, namesIn, nonsenseCasts, rightCast, type Cast } from './scene-programs.ts';
import { lineOfExport } from './lines.ts';
import { perform, type Finding, type Performed } from './play-program.ts';
import { placeOf, solution } from './programs.ts';

/** Programs that are tried at the same time; after one that never ends, those that come later are not. */
const TOGETHER = 2;

export async function playProblems(judge: Judge, read: ReadChallenge, packed: Packed): Promise<ContentProblem[]> {
	const { challenge } = packed;
	const scene = read.files['scene.ts'];
	if (scene === undefined) return [];
	// The command speaks English; where the challenge does too, what it quotes is English as well.
	const language = challenge.languages.includes('en') ? 'en' : 'fr';
	const performAll = async (casts: Cast[]): Promise<Performed[]> => {
		const done: Performed[] = [];
		for (let index = 0; index < casts.length && !done.some(({ isFatal }) => isFatal); index += TOGETHER) {
			const together = casts.slice(index, index + TOGETHER);
			done.push(...(await Promise.all(together.map((cast) => perform(judge, packed, language, cast)))));
		}
		return done;
	};
	const performed = await performAll([rightCast(packed, language), ...beginningCasts(packed, language)]);
	if (!performed.some(({ isFatal }) => isFatal))
		performed.push(...(await performAll(nonsenseCasts(packed, language, namesIn(performed[0]?.exported)))));
	return merged(performed.flatMap(({ findings }) => findings)).map((finding) => {
		const place = placeIn(finding, packed) ?? { file: 'scene.ts', line: lineOfExport(scene, finding.during) };
		const { during, where, reason, times } = finding;
		const more = times > 1 ? ` (${times} times in all)` : '';
		const file = placeOf(place.file, solution(packed, language), read);
		return { file, line: place.line, message: `${during}, ${where}: ${reason}${more}` };
	});
}

/** Each problem once, with the first situation that shows it. */
function merged(findings: Finding[]): Finding[] {
	const known = new Map<string, Finding>();
	for (const finding of findings) {
		const key = JSON.stringify([finding.during, finding.reason, finding.places]);
		const before = known.get(key);
		known.set(key, before ? { ...before, times: before.times + finding.times } : finding);
	}
	return [...known.values()];
}

/** In the scene: what the program throws is thrown to whoever called it. */
function placeIn({ places }: Finding, { challenge }: Packed): { file: string; line: number } | undefined {
	return places.find(({ file }) => Object.hasOwn(challenge.surroundings, file));
}
