import { Photo } from './photo.entity.js';
import { PhotoOriginResolver, PhotoResolver } from './photo.resolver.js';
import { PhotoUpload } from './upload/photo-upload.entity.js';

export const photos = {
  entities: [Photo, PhotoUpload],
  resolvers: [PhotoResolver, PhotoOriginResolver],
};
