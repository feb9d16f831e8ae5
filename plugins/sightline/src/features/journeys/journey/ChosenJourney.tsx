import { JourneyDetail } from './JourneyDetail';
import { Journeys, useJourney } from '../useJourneys';

type ChosenJourneyProps = Journeys & { id: string; takeFocus: boolean };

/** The journey that the address names. */
export const ChosenJourney = ({ id, ...props }: ChosenJourneyProps) => (
  <JourneyDetail
    {...props}
    journey={useJourney(id, props.view)}
    summary={props.journeys?.find(one => one.id === id)}
  />
);
