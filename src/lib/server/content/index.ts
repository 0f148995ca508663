/** The challenges there are: for now those of the build, later also those that were published. */
import type { Challenge, Language, Piste, Trade } from '../../domain/challenge.ts';

/** Enough to list a challenge, in each language. */
export interface Summary {
	id: string;
	version: string;
	trade: Trade;
	piste: Piste;
	place: string;
	minutes: number;
	languages: Language[];
	text: Record<Language, { title: string; summary: string; person: { name: string; role: string } }>;
}

export async function challenges(): Promise<Summary[]> {
	return (await published()).map(({ id, version, trade, piste, place, minutes, languages, text }) => {
		const brief = ({ title, summary, person }: Challenge['text'][Language]) => ({ title, summary, person });
		return { id, version, trade, piste, place, minutes, languages, text: { fr: brief(text.fr), en: brief(text.en) } };
	});
}

/** Without its private part. */
export async function challenge(id: string): Promise<Challenge | undefined> {
	return (await published()).find((one) => one.id === id);
}

/** Read when first asked for: pages that need no challenge do not pay for one. */
async function published(): Promise<Challenge[]> {
	return (await import('virtual:challenges')).default;
}
