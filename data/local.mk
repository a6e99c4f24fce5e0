# The catalogue, in the order in which mkcat reads it.

catalogue_files = \
	data/pages/guides.yaml \
	data/pages/classes.yaml \
	data/pages/origins.yaml \
	data/standard/1xx.yaml \
	data/standard/2xx.yaml \
	data/standard/3xx.yaml \
	data/standard/4xx.yaml \
	data/standard/5xx.yaml \
	data/standard/drafts.yaml \
	data/retired/warning.yaml \
	data/vendor/akamai.yaml \
	data/vendor/alibaba-er.yaml \
	data/vendor/android.yaml \
	data/vendor/anthropic.yaml \
	data/vendor/apache.yaml \
	data/vendor/apify.yaml \
	data/vendor/aspnet-core.yaml \
	data/vendor/aws-api-gateway.yaml \
	data/vendor/aws-cloudfront.yaml \
	data/vendor/aws-elb.yaml \
	data/vendor/aws-waf.yaml \
	data/vendor/azure.yaml \
	data/vendor/azure-front-door.yaml \
	data/vendor/bitbucket.yaml \
	data/vendor/browser.yaml \
	data/vendor/caddy.yaml \
	data/vendor/cloudflare.yaml \
	data/vendor/cloudfoundry.yaml \
	data/vendor/cosmos-db.yaml \
	data/vendor/cpanel.yaml \
	data/vendor/curl.yaml \
	data/vendor/dotnet.yaml \
	data/vendor/edgeone.yaml \
	data/vendor/envoy.yaml \
	data/vendor/esri.yaml \
	data/vendor/exchange.yaml \
	data/vendor/fastly.yaml \
	data/vendor/gbif.yaml \
	data/vendor/gcore.yaml \
	data/vendor/google.yaml \
	data/vendor/google-cloud.yaml \
	data/vendor/groq.yaml \
	data/vendor/grpc.yaml \
	data/vendor/h2.yaml \
	data/vendor/h3.yaml \
	data/vendor/haproxy.yaml \
	data/vendor/heroku.yaml \
	data/vendor/httperr.yaml \
	data/vendor/iis.yaml \
	data/vendor/joke.yaml \
	data/vendor/kong.yaml \
	data/vendor/kubernetes.yaml \
	data/vendor/laravel.yaml \
	data/vendor/linkedin.yaml \
	data/vendor/microsoft.yaml \
	data/vendor/netlify.yaml \
	data/vendor/nginx.yaml \
	data/vendor/openstreetmap.yaml \
	data/vendor/oxylabs.yaml \
	data/vendor/pantheon.yaml \
	data/vendor/proxies.yaml \
	data/vendor/proxy-status.yaml \
	data/vendor/qiniu.yaml \
	data/vendor/qualys.yaml \
	data/vendor/salesforce.yaml \
	data/vendor/shopify.yaml \
	data/vendor/sipgate.yaml \
	data/vendor/spring.yaml \
	data/vendor/squid.yaml \
	data/vendor/stripe.yaml \
	data/vendor/supabase.yaml \
	data/vendor/tencent-cdn.yaml \
	data/vendor/tornado.yaml \
	data/vendor/traefik.yaml \
	data/vendor/twitter.yaml \
	data/vendor/varnish.yaml \
	data/vendor/vault.yaml \
	data/vendor/vercel.yaml \
	data/vendor/yahoo.yaml

EXTRA_DIST += $(catalogue_files)

# The schema is installed so that somebody's own catalogue can name it.
dist_pkgdata_DATA = data/catalogue.schema.json

# The catalogue as C.  It is not shipped: a stale copy with a newer time stamp
# is worse than the moment it takes to write.
noinst_LIBRARIES += src/libbuiltin.a
nodist_src_libbuiltin_a_SOURCES = data/builtin.c
CLEANFILES += data/builtin.c data/builtin.c-t

data/builtin.c: $(MKCAT) $(catalogue_files)
	$(AM_V_at)$(MKDIR_P) data
	$(AM_V_GEN)for file in $(catalogue_files); do \
		set -- "$$@" "$(srcdir)/$$file"; \
	done; \
	./$(MKCAT) --output $@-t "$$@" && mv -f $@-t $@
