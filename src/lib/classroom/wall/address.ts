/** Returns the addresses from which the cover and the pictures of an exhibit come: for its class, and for people with its link. */
export const exhibitAddress = (classId: string, exhibit: string): string =>
	`/api/walls/${encodeURIComponent(classId)}/exhibits/${encodeURIComponent(exhibit)}`;

export const shownExhibitAddress = (link: string): string => `/api/shown/${encodeURIComponent(link)}`;
