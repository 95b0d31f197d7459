# One image with all six programs: redress-intake, redress-dispatch, redress-sla-monitor, redress-compensation,
# redress-notification and the command redress. Each container names the one it runs.
FROM swift:6.3-bookworm AS build
WORKDIR /source
COPY Ops/lib.sh Ops/install Ops/
RUN Ops/install --build
COPY Package.swift ./
COPY Shared Shared
COPY Services Services
COPY Tests Tests
COPY Examples Examples
RUN swift build --configuration release --static-swift-stdlib -Xlinker --strip-all \
    && mkdir -p /out \
    && cp .build/release/redress .build/release/redress-intake .build/release/redress-dispatch \
          .build/release/redress-sla-monitor .build/release/redress-compensation .build/release/redress-notification /out/

FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        ca-certificates tzdata librdkafka1 libpq5 libyaml-0-2 libmicrohttpd12 libssl3 libsimdjson14 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/ /usr/local/bin/
COPY Ops/migrations /usr/share/redress/migrations
COPY Ops/policies /usr/share/redress/policies
COPY Ops/rules.yaml /usr/share/redress/rules.yaml
# The programs find their policies, migrations and rules below /usr/share/redress by themselves.
ENV HTTP_ADDRESS=0.0.0.0 \
    HTTP_PORT=8080
# The programs write nothing to the disk, so the root may be read-only; they run as nobody.
USER 65534:65534
EXPOSE 8080
