import { chooseScenario, chosenScenario, scenarios } from './scenarios';

/** Chooses the state in which the pages are shown. */
export const ScenarioSwitch = () => (
  <label
    style={{
      position: 'fixed',
      zIndex: 2000,
      right: 12,
      bottom: 4,
      fontSize: 12,
      padding: '2px 8px',
      background: '#fff',
      color: '#333',
      border: '1px solid #999',
      borderRadius: 4,
    }}
  >
    State{' '}
    <select
      defaultValue={chosenScenario()}
      onChange={event => chooseScenario(event.target.value)}
    >
      {Object.keys(scenarios).map(name => (
        <option key={name}>{name}</option>
      ))}
    </select>
  </label>
);
