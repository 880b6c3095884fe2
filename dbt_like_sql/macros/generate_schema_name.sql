-- the schema of a model is `+schema` as it stands, without dbt's usual prefix, so that dbt and Dateline give the same names
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ target.schema if custom_schema_name is none else custom_schema_name | trim }}
{%- endmacro %}
