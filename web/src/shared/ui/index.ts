export { Icon, type IconName } from './icons';
export { initials, quantity, shortName } from './names';
export { Shape, type ShapeName } from './shapes';
export { SeverityMark, StatusMark, severityLook, statusLook } from './status';
export { elapsed, hourOfShift, shortLeft, stillRunning, type TimeLeft, timeLeft, useTimes } from './times';
export { Trouble } from './trouble';
