import { createDevApp } from '@backstage/dev-utils';
import { createApiFactory } from '@backstage/core-plugin-api';
import { EntityProvider, catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { Content, PageWithHeader } from '@backstage/core-components';
import { catalogPlugin, CatalogEntityPage } from '@backstage/plugin-catalog';
import {
  RiFocus3Line,
  RiRadarLine,
  RiRouteLine,
  RiSearchEyeLine,
  RiShakeHandsLine,
  RiShipLine,
} from '@remixicon/react';
import { sightlineApiRef } from '../src/api';
import {
  ContractsPage,
  EntitySightlineCallsContent,
  EntitySightlineContractsCard,
  EntitySightlineContractsContent,
  EntitySightlineDependenciesCard,
  EntitySightlineJourneysCard,
  EntitySightlineKnownAsCard,
  EntitySightlineOnCallCard,
  EntitySightlineSloCard,
  EntitySightlineSloContent,
  EntitySightlineSafeToDeployCard,
  EntitySightlineStrip,
  EntitySightlineWorkloadsCard,
  EntitySightlineWorkloadsContent,
  FleetPage,
  JourneysPage,
  LookupPage,
  MapPage,
  SightlineLookupKey,
  SlosPage,
  SourcesPage,
  sightlinePlugin,
} from '../src/legacy';
import { ScenarioSwitch } from './ScenarioSwitch';
import { devEntities } from './devEntities';
import { devPermissions } from './devPermissions';
import { chosenScenario, scenarios } from './scenarios';

const EntityPage = () => (
  <PageWithHeader title={devEntities[0].metadata.name} themeId="service">
    <Content>
      <EntityProvider entity={devEntities[0]}>
        <EntitySightlineStrip />
        <EntitySightlineOnCallCard />
        <EntitySightlineSloCard />
        <EntitySightlineContractsCard />
        <EntitySightlineSafeToDeployCard />
        <EntitySightlineWorkloadsCard />
        <EntitySightlineDependenciesCard />
        <EntitySightlineKnownAsCard />
        <EntitySightlineJourneysCard />
      </EntityProvider>
    </Content>
  </PageWithHeader>
);

const CallsPage = () => (
  <PageWithHeader title={devEntities[0].metadata.name} themeId="service">
    <Content>
      <EntityProvider entity={devEntities[0]}>
        <EntitySightlineCallsContent />
      </EntityProvider>
    </Content>
  </PageWithHeader>
);

const SloPage = () => (
  <PageWithHeader title={devEntities[0].metadata.name} themeId="service">
    <Content>
      <EntityProvider entity={devEntities[0]}>
        <EntitySightlineSloContent />
      </EntityProvider>
    </Content>
  </PageWithHeader>
);

const WorkloadsPage = () => (
  <PageWithHeader title={devEntities[0].metadata.name} themeId="service">
    <Content>
      <EntityProvider entity={devEntities[0]}>
        <EntitySightlineWorkloadsContent />
      </EntityProvider>
    </Content>
  </PageWithHeader>
);

const ContractsTabPage = () => (
  <PageWithHeader title={devEntities[0].metadata.name} themeId="service">
    <Content>
      <EntityProvider entity={devEntities[0]}>
        <EntitySightlineContractsContent />
      </EntityProvider>
    </Content>
  </PageWithHeader>
);

createDevApp()
  .registerPlugin(sightlinePlugin)
  .registerPlugin(catalogPlugin)
  .registerApi(
    createApiFactory({
      api: sightlineApiRef,
      deps: {},
      factory: () => scenarios[chosenScenario()](),
    }),
  )
  .registerApi(
    createApiFactory({
      api: catalogApiRef,
      deps: {},
      factory: () => catalogApiMock({ entities: devEntities }),
    }),
  )
  .registerApi(
    createApiFactory({
      api: permissionApiRef,
      deps: {},
      factory: () => devPermissions,
    }),
  )
  .addRootChild(<ScenarioSwitch key="scenarios" />)
  .addRootChild(<SightlineLookupKey key="lookup" />)
  .addPage({
    path: '/sightline',
    title: 'Fleet',
    icon: () => <RiShipLine />,
    element: <FleetPage />,
  })
  .addPage({
    path: '/sightline/lookup',
    title: 'Lookup',
    icon: () => <RiSearchEyeLine />,
    element: <LookupPage />,
  })
  .addPage({
    path: '/sightline/map',
    title: 'Map',
    icon: () => <RiRadarLine />,
    element: <MapPage />,
  })
  .addPage({
    path: '/sightline/journeys',
    title: 'Journeys',
    icon: () => <RiRouteLine />,
    element: <JourneysPage />,
  })
  .addPage({
    path: '/sightline/slos',
    title: 'SLOs',
    icon: () => <RiFocus3Line />,
    element: <SlosPage />,
  })
  .addPage({
    path: '/sightline/contracts',
    title: 'Contracts',
    icon: () => <RiShakeHandsLine />,
    element: <ContractsPage />,
  })
  .addPage({
    path: '/sightline/sources',
    title: 'Sources',
    icon: () => <RiRadarLine />,
    element: <SourcesPage />,
  })
  .addPage({
    path: '/entity',
    title: 'Entity cards',
    icon: () => <RiShipLine />,
    element: <EntityPage />,
  })
  .addPage({
    path: '/entity/calls',
    title: 'Entity calls',
    icon: () => <RiShipLine />,
    element: <CallsPage />,
  })
  .addPage({
    path: '/entity/contracts',
    title: 'Entity contracts',
    icon: () => <RiShipLine />,
    element: <ContractsTabPage />,
  })
  .addPage({
    path: '/entity/slo',
    title: 'Entity SLO',
    icon: () => <RiShipLine />,
    element: <SloPage />,
  })
  .addPage({
    path: '/entity/workloads',
    title: 'Entity workloads',
    icon: () => <RiShipLine />,
    element: <WorkloadsPage />,
  })
  .addPage({
    path: '/catalog/:namespace/:kind/:name',
    element: <CatalogEntityPage />,
  })
  .render();
