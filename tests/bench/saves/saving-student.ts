import type { SentWork } from '#lib/wire/sync.ts';
import type { SignedInAccount } from '../signed-in.ts';

/** A program of about four kilobytes, like a challenge that is half done. */
const SAVED_PROGRAM =
	'export function price(minutes: number): number {\n\treturn Math.ceil(minutes / 15) * 0.5;\n}\n'.repeat(45);

export function createSaveRequest(account: string, turn: number): SentWork {
	const workId = `work-${account}`;
	const versionIdOfTurn = (nth: number) => `${workId}-${nth}`;
	return {
		format: 1,
		account,
		work: { id: workId, kind: 'project', challenge: null, language: 'fr', createdAt: 1_700_000_000_000 },
		head: versionIdOfTurn(turn),
		expected: turn === 0 ? null : versionIdOfTurn(turn - 1),
		versions: [
			{
				id: versionIdOfTurn(turn),
				work: workId,
				parent: turn === 0 ? null : versionIdOfTurn(turn - 1),
				savedAt: Date.now(),
				files: { 'main.ts': `${SAVED_PROGRAM}// ${turn}` },
				steps: { at: 'build', hints: 1 },
				decision: null,
				project: { title: 'Parcmètre', card: null }
			}
		]
	};
}

export class SavingStudent {
	readonly #base: string;
	readonly #student: SignedInAccount;
	#turn = 0;

	constructor(base: string, student: SignedInAccount) {
		this.#base = base;
		this.#student = student;
	}

	/** Saves a version. Resolves to whether the server answered that it is stored. */
	async save(): Promise<boolean> {
		const { account, cookie } = this.#student;
		const request = createSaveRequest(account, this.#turn++);
		const answer = await fetch(`${this.#base}/api/works/${request.work.id}`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json', cookie },
			body: JSON.stringify(request)
		});
		return (await answer.text()).includes('"stored"');
	}
}
