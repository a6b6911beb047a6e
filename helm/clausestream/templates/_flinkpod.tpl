{{/* A pod of the job: dict with root, and role as jobmanager or taskmanager. */}}
{{- define "clausestream.flinkPod" -}}
apiVersion: v1
kind: Pod
metadata:
  name: {{ .role }}-template
  labels:
    {{- include "clausestream.podLabels" (list .root "detect-changes") | nindent 4 }}
    clausestream.io/role: {{ .role }}
spec:
  # Variables of Kubernetes' own that begin like the engine's would be taken for mistakes.
  enableServiceLinks: false
  securityContext:
    {{- include "clausestream.podSecurity" .root | nindent 4 }}
  {{- include "clausestream.pullSecrets" .root | nindent 2 }}
  {{- with .root.Values.job.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .root.Values.job.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: flink-main-container
      securityContext:
        {{- include "clausestream.containerSecurity" .root | nindent 8 }}
      ports:
        - name: metrics
          containerPort: {{ .root.Values.monitoring.port }}
      {{- $kafka := include "clausestream.kafkaProperties" .root | fromYaml }}
      {{- if or $kafka .root.Values.storage.s3.credentialsSecret }}
      env:
        {{- range $property, $value := $kafka }}
        - name: CLAUSESTREAM_KAFKA_PROPERTIES_{{ $property | upper | replace "." "_" }}
          value: {{ $value | quote }}
        {{- end }}
        {{- with .root.Values.storage.s3 }}
        {{- if .credentialsSecret }}
        - name: AWS_ACCESS_KEY_ID
          valueFrom:
            secretKeyRef:
              name: {{ .credentialsSecret }}
              key: {{ .accessKeyIdKey }}
        - name: AWS_SECRET_ACCESS_KEY
          valueFrom:
            secretKeyRef:
              name: {{ .credentialsSecret }}
              key: {{ .secretAccessKeyKey }}
        {{- end }}
        {{- end }}
      {{- end }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        - name: log
          mountPath: /opt/flink/log
        {{- if eq .role "taskmanager" }}
        - name: rocksdb
          mountPath: /var/clausestream/rocksdb
        {{- end }}
        {{- include "clausestream.kafkaMounts" .root | nindent 8 }}
        {{- if .root.Values.plans }}
        - name: plans
          mountPath: /etc/clausestream/plans
          readOnly: true
        {{- end }}
        {{- if .root.Values.job.files }}
        - name: job-files
          mountPath: /etc/clausestream/job
          readOnly: true
        {{- end }}
  volumes:
    - name: tmp
      emptyDir: {}
    - name: log
      emptyDir:
        sizeLimit: 1Gi
    {{- include "clausestream.kafkaVolumes" .root | nindent 4 }}
    {{- if .root.Values.plans }}
    - name: plans
      configMap:
        name: {{ include "clausestream.name" .root }}-plans
    {{- end }}
    {{- if .root.Values.job.files }}
    - name: job-files
      configMap:
        name: {{ include "clausestream.name" .root }}-job-files
    {{- end }}
    {{- if eq .role "taskmanager" }}
    - name: rocksdb
      {{- with .root.Values.job.rocksdb }}
      {{- if eq .volume "ephemeral" }}
      ephemeral:
        volumeClaimTemplate:
          spec:
            accessModes: [ReadWriteOnce]
            {{- with .storageClassName }}
            storageClassName: {{ . }}
            {{- end }}
            resources:
              requests:
                storage: {{ .size }}
      {{- else }}
      emptyDir:
        sizeLimit: {{ .size }}
      {{- end }}
      {{- end }}
    {{- end }}
{{- end -}}
