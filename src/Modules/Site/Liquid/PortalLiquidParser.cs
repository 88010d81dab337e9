using Fluid;
using Fluid.Ast;

namespace Zukunftswerkstatt.Site.Liquid;

/// <summary>Liquid with the one tag of Orchard Core that a layout needs: <c>{% render_body %}</c>.</summary>
internal sealed class PortalLiquidParser : FluidParser
{
    public PortalLiquidParser() =>
        RegisterEmptyTag("render_body", static (writer, _, context) =>
        {
            if (context is PageContext { Body: { } body })
            {
                writer.Write(body.Written);
            }

            return Statement.Normal();
        });
}
