/** What a page that is made anew goes on with: who sits here has changed, and nobody is to be asked again which work it is. */
import * as v from 'valibot';

const KEY = 'braise.goes-on';
const schema = v.object({
	work: v.string(),
	/** From now on it is of the two who sit here. */
	share: v.boolean()
});
export type GoOn = v.InferOutput<typeof schema>;

export function goOnWith(next: GoOn): void {
	try {
		sessionStorage.setItem(KEY, JSON.stringify(next));
	} catch {
		// Then they are asked.
		return;
	}
}

/** Once. */
export function takeGoOn(): GoOn | null {
	try {
		const result = v.safeParse(schema, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
		sessionStorage.removeItem(KEY);
		return result.success ? result.output : null;
	} catch {
		return null;
	}
}
