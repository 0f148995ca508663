/** Un adhérent est un dictionnaire : à chaque nom de colonne, sa valeur. */
export type Member = Record<string, string>;

/** Reçoit un nom. Renvoie une clé : la même pour toutes les façons d'écrire ce nom. */
export function normalise(name: string): string {
	let key = name.toLowerCase();
	key = key.normalize('NFD').replace(/\p{M}/gu, '');
	key = key.replaceAll('-', ' ');
	const words = key.split(' ').filter((word) => word !== '');
	words.sort();
	return words.join(' ');
}

/** Reçoit la liste des inscriptions. Renvoie celles d'une personne qui était déjà plus haut. */
export function duplicates(members: Member[]): Member[] {
	const seen: Record<string, boolean> = {};
	const found: Member[] = [];
	for (const member of members) {
		const key = normalise(member.name);
		// Écris la suite ici : si la clé est déjà dans seen, c'est un doublon. Note ensuite la clé dans seen.
	}
	return found;
}
