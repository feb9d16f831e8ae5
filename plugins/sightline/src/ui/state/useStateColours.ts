import { useTheme } from '@material-ui/core/styles';
import { stateColours } from './palette';

export const useStateColours = () => stateColours[useTheme().palette.type];
