/** What a house of a street looks like. */

export type ShopKind = 'door' | 'bakery' | 'pharmacy' | 'hall';

/** `wall` and `shutter` choose a colour of the palette. */
export interface House {
	x: number;
	width: number;
	height: number;
	wall: number;
	shutter: number;
	columns: number;
	rows: number;
	shop: ShopKind;
	dormers?: number;
	gable?: boolean;
}
