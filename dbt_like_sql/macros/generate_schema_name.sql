-- a model lies in the schema named after its folder, and the marts in the target's schema, so that dbt and Dateline give the same names
{% macro generate_schema_name(custom_schema_name, node) -%}
    {%- set folder = node.original_file_path.replace('\\', '/').split('/')[0] -%}
    {%- if custom_schema_name is not none -%}
        {{ custom_schema_name | trim }}
    {%- elif folder == 'marts' -%}
        {{ target.schema }}
    {%- else -%}
        {{ folder }}
    {%- endif -%}
{%- endmacro %}
