/** The judge of this process: a child with worker threads, started by the first submission. */
import { createJudge, type Judge, type JudgeInput, type Verdict } from '../../../sandbox/judge/index.ts';

let made: Judge | undefined;

export function judge(input: JudgeInput): Promise<Verdict> {
	return (made ??= createJudge()).judge(input);
}

/** False when the child is there and does not answer within so many milliseconds. */
export async function judgeIsWell(milliseconds: number): Promise<boolean> {
	return made === undefined || (await made.isWell(milliseconds));
}

export async function closeJudge(): Promise<void> {
	await made?.close();
	made = undefined;
}
