import { synthesizeBootstrapApp } from '@slipway/ecr-module';
import { environments } from '@slipway/environments';

synthesizeBootstrapApp(Object.values(environments));
