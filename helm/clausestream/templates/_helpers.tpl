{{- define "clausestream.name" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{/* Labels that choose pods: list of context and component. */}}
{{- define "clausestream.selector" -}}
app.kubernetes.io/name: clausestream
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{/* Labels of a resource: list of context and component. */}}
{{- define "clausestream.labels" -}}
{{ include "clausestream.selector" . }}
app.kubernetes.io/part-of: clausestream
app.kubernetes.io/version: {{ (index . 0).Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
helm.sh/chart: {{ printf "%s-%s" (index . 0).Chart.Name (index . 0).Chart.Version }}
{{- with (index . 0).Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Labels of a pod: list of context and component. */}}
{{- define "clausestream.podLabels" -}}
{{ include "clausestream.selector" . }}
{{- with (index . 0).Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "clausestream.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (printf "%s-job" (include "clausestream.name" .)) -}}
{{- end -}}

{{- define "clausestream.image.job" -}}
{{- printf "%s:%s" .Values.image.job.repository (.Values.image.job.tag | default .Chart.AppVersion) -}}
{{- end -}}

{{- define "clausestream.image.command" -}}
{{- printf "%s:%s" .Values.image.command.repository (.Values.image.command.tag | default .Chart.AppVersion) -}}
{{- end -}}

{{- define "clausestream.pullSecrets" -}}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{/* No root, whatever the image says; the group owns the volumes. */}}
{{- define "clausestream.podSecurity" -}}
runAsNonRoot: true
runAsUser: 9999
runAsGroup: 9999
fsGroup: 9999
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "clausestream.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Every Kafka property besides the brokers, as YAML; of a secret one the place only. */}}
{{- define "clausestream.kafkaProperties" -}}
{{- $all := dict -}}
{{- range $property, $value := .Values.kafka.properties -}}
{{- $_ := set $all $property $value -}}
{{- end -}}
{{- range $secret := .Values.kafka.secrets -}}
{{- range $property, $key := $secret.properties -}}
{{- $_ := set $all "config.providers" "dir" -}}
{{- $_ := set $all "config.providers.dir.class" "org.apache.kafka.common.config.provider.DirectoryConfigProvider" -}}
{{- $_ := set $all $property (printf "${dir:/etc/clausestream/kafka/%s:%s}" $secret.name $key) -}}
{{- end -}}
{{- end -}}
{{- toYaml $all -}}
{{- end -}}

{{- define "clausestream.kafkaMounts" -}}
{{- range $i, $secret := .Values.kafka.secrets }}
- name: kafka-{{ $i }}
  mountPath: /etc/clausestream/kafka/{{ $secret.name }}
  readOnly: true
{{- end }}
{{- end -}}

{{- define "clausestream.kafkaVolumes" -}}
{{- range $i, $secret := .Values.kafka.secrets }}
- name: kafka-{{ $i }}
  secret:
    secretName: {{ $secret.name }}
    defaultMode: 0440
{{- end }}
{{- end -}}

{{/* A container of the clausestream command: dict with root, name, args, and mounts as text. */}}
{{- define "clausestream.command" -}}
name: {{ .name }}
image: {{ include "clausestream.image.command" .root }}
imagePullPolicy: {{ .root.Values.image.command.pullPolicy }}
args:
{{- range .args }}
  - {{ . | quote }}
{{- end }}
env:
  - name: CLAUSESTREAM_LOG_FORMAT
    value: {{ .root.Values.logs.format }}
securityContext:
  {{- include "clausestream.containerSecurity" .root | nindent 2 }}
resources:
  requests:
    cpu: 100m
    memory: 256Mi
  limits:
    memory: 512Mi
volumeMounts:
  - name: tmp
    mountPath: /tmp
  - name: client
    mountPath: /etc/clausestream/client
    readOnly: true
  {{- include "clausestream.kafkaMounts" .root | nindent 2 }}
  {{- with .mounts }}
  {{- . | nindent 2 }}
  {{- end }}
{{- end -}}

{{/* Its volumes: list of context and name of the ConfigMap with client.properties. */}}
{{- define "clausestream.commandVolumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
- name: client
  configMap:
    name: {{ index . 1 }}
{{- include "clausestream.kafkaVolumes" (index . 0) }}
{{- end -}}

{{- define "clausestream.clientProperties" -}}
{{- range $property, $value := include "clausestream.kafkaProperties" . | fromYaml }}
{{ $property }}={{ $value }}
{{- end }}
{{- end -}}
