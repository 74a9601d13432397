# syntax=docker/dockerfile:1
# docker build -t copydesk . && docker run --rm --network none -v "$PWD:/drafts:ro" copydesk lint
# The program needs nothing beside itself. The stage `ci` adds a shell and git, for services that want them:
# docker build --target ci -t copydesk:ci .

FROM rust:1-alpine AS build
RUN apk add --no-cache musl-dev
WORKDIR /copydesk
COPY Cargo.toml Cargo.lock build.rs ./
COPY src src
COPY benches benches
COPY training training
RUN cargo build --release --locked --bin copydesk

FROM alpine:3 AS ci
RUN apk add --no-cache git
COPY --from=build /copydesk/target/release/copydesk /usr/local/bin/copydesk
WORKDIR /drafts

FROM scratch
COPY --from=build /copydesk/target/release/copydesk /copydesk
WORKDIR /drafts
USER 65534:65534
ENTRYPOINT ["/copydesk"]
