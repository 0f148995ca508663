/** Returns the address from which the cover and the pictures of an exhibit come. */
export const exhibitAddress = (classId: string, exhibit: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/exhibits/${encodeURIComponent(exhibit)}`;
