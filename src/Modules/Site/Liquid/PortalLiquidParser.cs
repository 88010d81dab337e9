using Fluid;
using Fluid.Ast;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>
/// Liquid with the two tags of Orchard Core that a layout needs: <c>{% render_body %}</c>, and
/// <c>{% cache 'footer' %}…{% endcache %}</c> around what depends on nothing but the language. Its text is kept until the theme changes.
/// </summary>
internal sealed class PortalLiquidParser : FluidParser
{
    public PortalLiquidParser()
    {
        RegisterEmptyTag("render_body", static (writer, _, context) =>
        {
            if (context is PageContext { Body: { } body })
            {
                writer.Write(body.Written);
            }

            return Statement.Normal();
        });

        RegisterExpressionBlock("cache", static async (expression, statements, writer, encoder, context) =>
        {
            var kept = PageContext.Of(context).Kept;
            var name = (await expression.EvaluateAsync(context)).ToStringValue();
            if (!kept.TryGetValue(name, out var text))
            {
                using var buffer = new CharBuffer();
                foreach (var statement in statements)
                {
                    await statement.WriteToAsync(buffer, encoder, context);
                }

                text = buffer.Written.ToString();
                kept.TryAdd(name, text);
            }

            writer.Write(text);
            return Completion.Normal;
        });
    }
}
