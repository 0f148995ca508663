import { appendTamperProof, mapForEach, mapGet, mapHas, mapSize, setForEach, setHas, setSize } from './intrinsics.ts';

type AreEqual = (received: unknown, expected: unknown) => boolean;

/** Matches each member with a different one, so that two equal members cannot share a match. */
export function areSetsEqual(received: object, expected: object, areSame: AreEqual): boolean {
	if (setSize(received) !== setSize(expected)) return false;
	const unmatchedItems: unknown[] = [];
	setForEach(expected, (value) => {
		if (!setHas(received, value)) appendTamperProof(unmatchedItems, value);
	});
	let isEqual = true;
	setForEach(received, (value) => {
		if (isEqual && !setHas(expected, value))
			isEqual = removeFirstMatch(unmatchedItems, (other) => areSame(value, other));
	});
	return isEqual;
}

export function areMapsEqual(received: object, expected: object, areSame: AreEqual): boolean {
	if (mapSize(received) !== mapSize(expected)) return false;
	const unmatchedEntries: { key: unknown; value: unknown }[] = [];
	mapForEach(expected, (value, key) => {
		if (!mapHas(received, key)) appendTamperProof(unmatchedEntries, { key, value });
	});
	let isEqual = true;
	mapForEach(received, (value, key) => {
		if (!isEqual) return;
		isEqual = mapHas(expected, key)
			? areSame(value, mapGet(expected, key))
			: removeFirstMatch(unmatchedEntries, (other) => areSame(key, other.key) && areSame(value, other.value));
	});
	return isEqual;
}

function removeFirstMatch<Item>(candidates: Item[], suits: (item: Item) => boolean): boolean {
	for (let index = 0; index < candidates.length; index++) {
		if (!suits(candidates[index] as Item)) continue;
		candidates[index] = candidates[candidates.length - 1] as Item;
		candidates.length -= 1;
		return true;
	}
	return false;
}
