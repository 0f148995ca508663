import { ROLES, PERSON_COOKIE, type Pair, type Person } from '#lib/domain/access.ts';

const MONTH_SECONDS = 30 * 24 * 60 * 60;

/** Stores the person in a cookie. It ends with the browser session unless the person chose to stay signed in (`isLasting`). */
export function storePersonCookie(person: Person | null, isLasting: boolean): void {
	const cookieValue = person === null ? '' : encodeURIComponent(JSON.stringify(person));
	const maxAgeAttribute = person === null ? '; max-age=0' : isLasting ? `; max-age=${MONTH_SECONDS}` : '';
	document.cookie = `${PERSON_COOKIE}=${cookieValue}; path=/; samesite=strict${maxAgeAttribute}`;
}

export function readPersonCookie(): Person | null {
	const personCookie = document.cookie.split('; ').find((each) => each.startsWith(`${PERSON_COOKIE}=`));
	if (personCookie === undefined) return null;
	try {
		return parsePerson(JSON.parse(decodeURIComponent(personCookie.slice(PERSON_COOKIE.length + 1))));
	} catch {
		return null;
	}
}

function parsePerson(value: unknown): Person | null {
	if (typeof value !== 'object' || value === null || !('id' in value && 'role' in value && 'name' in value))
		return null;
	const { id, name } = value;
	const pair = 'pair' in value ? parsePairOfPerson(value.pair) : undefined;
	const role = ROLES.find((each) => each === value.role);
	return typeof id === 'string' && typeof name === 'string' && role !== undefined
		? { id, role, name, ...(pair && { pair }) }
		: null;
}

function parsePairOfPerson(value: unknown): Pair | undefined {
	if (typeof value !== 'object' || value === null || !('id' in value && 'other' in value)) return undefined;
	const { id, other } = value;
	if (typeof other !== 'object' || other === null || !('id' in other && 'name' in other)) return undefined;
	const { id: second, name } = other;
	if (typeof id !== 'string' || typeof second !== 'string' || typeof name !== 'string') return undefined;
	return { id, other: { id: second, name } };
}
