using Microsoft.EntityFrameworkCore;

namespace Zukunftswerkstatt.Kernel;

/// <summary>The tables a module contributes to the portal's one database. Registered once per module, as a singleton.</summary>
public interface ITables
{
    /// <summary>Adds the module's entities. Called once per process; must depend on nothing but the builder.</summary>
    void Configure(ModelBuilder model);
}
