export { Canvas } from './canvas';
export { TvBoard } from './tv-board';
