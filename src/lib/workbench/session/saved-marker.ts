import { browserValueStore } from '#lib/browser-values.ts';

/**
 * The key names no account, because the page's first script knows only the address. So the marker stays when a person leaves this computer:
 * a visitor or another account may have work of the same challenge or assignment.
 */
const savedWorkMarkerKey = (markerName: string) => `kept.${markerName}`;

export function setSavedWorkMarker(markerName: string, isSaved: boolean): void {
	if (isSaved) browserValueStore.write(savedWorkMarkerKey(markerName), '1');
	else browserValueStore.remove(savedWorkMarkerKey(markerName));
}

/** Tells whether this browser may hold work of any challenge or assignment, without opening the storage of works. */
export function hasAnySavedWorkMarker(): boolean {
	return browserValueStore.keys().some((name) => name.startsWith(savedWorkMarkerKey('')));
}

/** Shows the page, which stays hidden until the saved work is loaded or a new one begins. */
export function revealHiddenPage(): void {
	delete document.documentElement.dataset['kept'];
}
