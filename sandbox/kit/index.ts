/** The kit `braise/scene`: a frame for scenes, and pieces that draw places, people, things and what is told. */
export { ask, asked, verdict } from './ask.ts';
export { between } from './ease.ts';
export { look, person } from './people/person.ts';
export { pavement } from './places/street-plan.ts';
export { street } from './places/street.ts';
export { townMap } from './places/town-map.ts';
export { scene } from './scene.ts';
export { light, place, stage } from './stage.ts';
export { notes, notice } from './telling/notice.ts';
export { says } from './telling/says.ts';
export { nameTag, numberPlate, slip } from './telling/tags.ts';
export { tickets } from './telling/tickets.ts';
export { coins } from './things/coins.ts';
export { machine } from './things/machine.ts';
export { overgrown } from './things/overgrown.ts';
export { parkedCars, parking } from './things/parking.ts';
export { timeline } from './timeline.ts';
