/** Positions of elbows and hands in each mood. */
import type { Mood } from './face.ts';

/** An arm: x and y of the elbow, then x and y of the hand. */
type ArmPose = readonly [number, number, number, number];

export const armPoses: Record<Mood, { near: ArmPose; far: ArmPose }> = {
	waiting: { near: [-22, -108, -16, -78], far: [20, -108, 22, -80] },
	paying: { near: [-4, -112, 44, -118], far: [24, -108, 22, -80] },
	content: { near: [-24, -110, -18, -78], far: [28, -116, 44, -140] },
	indignant: { near: [-44, -124, -52, -164], far: [44, -128, 58, -168] },
	amazed: { near: [-40, -120, -40, -152], far: [40, -118, 54, -146] },
	puzzled: { near: [-10, -104, 8, -140], far: [22, -108, 20, -80] }
};
